const restarts = new WeakMap<object, string>();

/** Notes where a request's launch can begin anew, so that a refusal can offer it: an address, or empty. */
export const rememberRestart = (request: object, address: string): void => {
  if (address !== '') restarts.set(request, address);
};

export const restartOfRequest = (request: object): string => restarts.get(request) ?? '';
