/** In a browser: the element of that id on the page in front. The pages below are still there, and may have one as well. */
export const inFront = <E extends HTMLElement = HTMLElement>(id: string): E | undefined =>
  [...document.querySelectorAll<E>(`#${id}`)].filter((element) => element.closest('.taro_page_shade') === null).pop();
