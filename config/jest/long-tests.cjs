/** A journey's step waits for a browser, a BFF and a sandbox on whatever machine there is. */
jest.setTimeout(300_000);
