/** The doctor's result for one part of the installation. */
export interface Finding {
  /** The part, such as `store`. */
  of: string;
  state: 'well' | 'doubt' | 'fault';
  /** One sentence. No secret, no name of a person. */
  says: string;
  /** What to do; empty if there is nothing to do. */
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
