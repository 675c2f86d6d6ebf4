import type { Collection, Store } from '../../store/port.ts';
import { DuplicateKey } from '../../store/port.ts';

/** A cell of the gradebook. */
export interface Grade {
  lineItem: string;
  person: string;
  /** In units of the column; null if a later score has removed it. */
  score: number | null;
  comment: string;
  /** Time of the last accepted score, in seconds since 1970. */
  gradedAt: number;
}

export interface Grades {
  get(lineItem: string, person: string): Promise<Grade | undefined>;
  ofLineItem(lineItem: string): Promise<Grade[]>;
  all(): Promise<Grade[]>;
  /** `refused` if the cell has a score from this second or a later one (Moodle counts whole seconds). */
  put(grade: Grade): Promise<'accepted' | 'refused'>;
  removeLineItem(lineItem: string): Promise<void>;
  rescale(lineItem: string, factor: number): Promise<void>;
}

export async function openGrades(store: Store): Promise<Grades> {
  const grades: Collection<Grade, 'lineItem'> = await store.collection<Grade, 'lineItem'>({
    name: 'sandbox_grades',
    indexes: [['lineItem']],
    encrypted: ['comment'],
  });
  const key = (lineItem: string, person: string) => `${lineItem}:${person}`;
  const find = async (where: { lineItem?: string }): Promise<Grade[]> =>
    (await grades.find({ where, limit: 1000 })).items.map((item) => item.doc);
  const inserted = async (id: string, grade: Grade): Promise<boolean> => {
    try {
      await grades.insert(id, grade);
      return true;
    } catch (error) {
      if (error instanceof DuplicateKey) return false;
      throw error;
    }
  };
  const put = async (grade: Grade): Promise<'accepted' | 'refused'> => {
    const id = key(grade.lineItem, grade.person);
    const current = await grades.get(id);
    if (!current) return (await inserted(id, grade)) ? 'accepted' : put(grade);
    if (current.doc.gradedAt >= grade.gradedAt) return 'refused';
    return (await grades.replace(id, current.version, grade)) ? 'accepted' : put(grade);
  };
  return {
    get: async (lineItem, person) => (await grades.get(key(lineItem, person)))?.doc,
    ofLineItem: (lineItem) => find({ lineItem }),
    all: () => find({}),
    put,
    removeLineItem: async (lineItem) => {
      await grades.deleteMany({ lineItem });
    },
    rescale: async (lineItem, factor) => {
      for (const { key: id, version, doc } of (await grades.find({ where: { lineItem }, limit: 1000 })).items) {
        if (doc.score !== null) await grades.replace(id, version, { ...doc, score: doc.score * factor });
      }
    },
  };
}
