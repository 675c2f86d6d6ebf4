interface Turn<Made> {
  now: Promise<Made>;
  next?: Promise<Made>;
}

/**
 * Shares long work among those who ask for the same at the same time. Who asks while it is under way gets the next one, together with
 * all who wait: nobody gets what was begun before they asked, and it is never done twice at once.
 *
 * @param make called with the key again for each turn; must not reject before it has returned its promise
 */
export function together<Key extends object, Made>(make: (key: Key) => Promise<Made>): (key: Key) => Promise<Made> {
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
