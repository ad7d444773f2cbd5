/** What a slow network brings: `come` lets it arrive. */
export function later<T>(): { readonly answer: Promise<T>; readonly come: (answer: T) => void } {
  let come: (answer: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    come = resolve;
  });
  return { answer, come };
}
