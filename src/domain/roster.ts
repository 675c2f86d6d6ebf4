import type { Role } from './viewer.ts';

/** Someone who belongs to the course, as the LMS lists them (NRPS 2.0). */
export interface Member {
  /** The platform's user id, the same as a launch's `person.subject`. */
  subject: string;
  /** Empty where the platform withholds it. */
  name: string;
  /** By the list alone; where the person has launched, what the launch said counts (Moodle's two differ). */
  role: Role;
}
