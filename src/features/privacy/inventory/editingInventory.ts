import { fields, type CollectionEntry } from './entries.ts';

/** What editors keep: the course itself, and nothing of anyone on it. */
export const editingInventory: readonly CollectionEntry[] = [
  {
    name: 'course_versions',
    purpose: 'versions of the course that editors have published',
    person: [],
    room: undefined,
    fields: fields(['editor'], 'course', {
      number: 'which version it is',
      at: 'when it was published',
      note: 'the editor’s words about what is new',
      from: 'from which day on rooms get it',
      bringsBack: 'which earlier version it is again',
      files: 'the names of its files, with hashes of their contents',
    }),
  },
  {
    name: 'course_drafts',
    purpose: 'files of the course that editors have changed',
    person: [],
    room: undefined,
    fields: fields(['editor'], 'course', {
      path: 'which file',
      hash: 'hash of its content',
      size: 'its size',
      savedAt: 'when it was last saved',
      earlier: 'what it was before, by hash',
    }),
  },
  {
    name: 'course_contents',
    purpose: 'contents of the course’s files, each by its hash; they are shown to everyone',
    person: [],
    room: undefined,
    fields: fields(['editor'], 'course', { bytes: 'texts, pictures and films of the course' }),
  },
];
