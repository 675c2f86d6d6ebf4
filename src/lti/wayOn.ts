const restarts = new WeakMap<object, string>();

/** Notes the address at which a request's launch can start again, so that a refusal can offer it; may be empty. */
export const rememberRestart = (request: object, address: string): void => {
  if (address !== '') restarts.set(request, address);
};

export const restartOfRequest = (request: object): string => restarts.get(request) ?? '';
