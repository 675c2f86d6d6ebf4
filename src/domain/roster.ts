/** One enrolled in the course, as the LMS lists them (NRPS 2.0). */
export interface Member {
  /** The platform's user id. */
  subject: string;
  /** Empty where the platform withholds it. */
  name: string;
  /** Whether the LMS lists them as a learner. It may differ from the role at launch, which decides (Moodle). */
  learner: boolean;
}
