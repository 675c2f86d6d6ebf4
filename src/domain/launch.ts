import type { Language, Role } from './viewer.ts';

/** A verified LTI launch, reduced to what the product uses. An empty string means that the platform gave nothing. */
export interface Launch {
  /** Id of the platform's registration in our store. */
  platform: string;
  deployment: string;
  context: { id: string; title: string };
  resourceLink: { id: string; title: string };
  /** `subject` is the platform's user id, which scores need; `name` is empty where the LMS withholds it. */
  person: { subject: string; name: string };
  role: Role;
  /** The roles that the platform sent, shortened; absent where nobody asks. */
  receivedRoles?: string[];
  language: Language;
  /** The custom parameter `activity`; empty opens the room's front page. */
  activity: string;
  /** Whether the custom parameter `progress` asks for the share done on the way, rather than for the end alone. */
  progress?: boolean;
  services: LaunchServices;
  /** Where the platform wants the person to go afterwards. */
  returnUrl: string;
  /** What this course and link are copies of, where the platform says so. */
  history?: LaunchHistory;
  /** Address at which the platform starts this launch again; absent where it has none. */
  restart?: string;
  /** Whether the platform has opened a window of its own for us (`document_target`), rather than a frame. */
  ownWindow?: boolean;
  /** Id of a content selection: the person is to choose activities. The launch then has no resource link. */
  selection?: string;
}

/** Ids that a copied course or link had before, the nearest first. They are of one platform and deployment. */
interface LaunchHistory {
  contexts: string[];
  resourceLinks: string[];
}

/** The services the platform offers for this launch (AGS 2.0, NRPS 2.0). Empty strings and lists where it offers none. */
export interface LaunchServices {
  /** Line item of this resource link. */
  lineItem: string;
  /** Line item container of the context. */
  lineItems: string;
  /** Scopes granted for AGS. */
  scopes: string[];
  /** Names and roles of the context. */
  memberships: string;
}
