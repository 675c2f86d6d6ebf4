/** Calls `make` at the first call, and returns the same result at each later one. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
