interface Turn<Made> {
  now: Promise<Made>;
  next?: Promise<Made>;
}

/**
 * Shares long work among callers who ask for the same thing at the same time. A caller who asks while it is under way
 * gets the next run, together with everyone else who waits: nobody gets a result that was begun before they asked, and
 * it never runs twice at once.
 *
 * @param make called with the key for each run; rejections reach those who waited for that run
 */
export function shareWork<Key extends object, Made>(make: (key: Key) => Promise<Made>): (key: Key) => Promise<Made> {
  const turns = new Map<Key, Turn<Made>>();
  const begin = (key: Key): Promise<Made> => {
    const turn: Turn<Made> = { now: make(key) };
    turns.set(key, turn);
    const ended = () => void (turn.next ?? turns.delete(key));
    turn.now.then(ended, ended);
    return turn.now;
  };
  return (key) => {
    const turn = turns.get(key);
    if (!turn) return begin(key);
    const goOn = () => begin(key);
    return (turn.next ??= turn.now.then(goOn, goOn));
  };
}
