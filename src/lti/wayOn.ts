const restarts = new WeakMap<object, string>();

/** Remembers the address at which a request's launch can start again, so that a refusal can offer it; may be empty. */
export function rememberRestart(request: object, address: string): void {
  if (address !== '') restarts.set(request, address);
}

export function restartOfRequest(request: object): string {
  return restarts.get(request) ?? '';
}
