/** What a look at one part has shown. */
export interface Finding {
  /** The part, such as `store`. */
  of: string;
  state: 'well' | 'doubt' | 'fault';
  /** One sentence. No secret, no name of a person. */
  says: string;
  /** What to do; empty where nothing is to be done. */
  todo: string;
}

export function well(of: string, says: string): Finding {
  return { of, state: 'well', says, todo: '' };
}

export function doubt(of: string, says: string, todo: string): Finding {
  return { of, state: 'doubt', says, todo };
}

export function fault(of: string, says: string, todo: string): Finding {
  return { of, state: 'fault', says, todo };
}
