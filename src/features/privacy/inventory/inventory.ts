import { courseInventory } from './courseInventory.ts';
import { editingInventory } from './editingInventory.ts';
import { platformInventory } from './platformInventory.ts';
import { remindersInventory } from './remindersInventory.ts';
import { roomInventory } from './roomInventory.ts';
import type { CollectionEntry } from './entries.ts';

/**
 * Everything that is stored. Erasure, export and retention follow it, and a test fails if a collection or a stored
 * field is missing here: nobody can begin to store something without saying why, for whom and for how long.
 */
export const inventory: readonly CollectionEntry[] = [
  ...roomInventory,
  ...courseInventory,
  ...remindersInventory,
  ...platformInventory,
  ...editingInventory,
];
