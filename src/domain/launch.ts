import type { Background } from './background.ts';
import type { Device } from './device.ts';
import type { Language, Role } from './viewer.ts';

/** A verified LTI launch, reduced to what the product uses. An empty string means that the platform gave no value. */
export interface Launch {
  /** Id of the platform's registration in our store. */
  platform: string;
  deployment: string;
  context: { id: string; title: string };
  resourceLink: { id: string; title: string };
  /** `subject` is the platform's user id, which scores need; `name` is empty if the LMS withholds it. */
  person: { subject: string; name: string };
  /** Facts for statistics, if the LMS was set up to send them about participants; otherwise absent. */
  background?: Background;
  role: Role;
  /** The person's kind of device; absent if the browser does not report it. */
  device?: Device | undefined;
  /** The roles that the platform sent, shortened; absent if not needed. */
  receivedRoles?: string[];
  language: Language;
  /** The custom parameter `activity`; empty opens the room's front page. */
  activity: string;
  /** Whether the custom parameter `progress` asks for partial progress, and not only for completion. */
  progress?: boolean;
  services: LaunchServices;
  /** Where the platform wants the person to return to. */
  returnUrl: string;
  /** What this course and link are copies of, if the platform says so. */
  history?: LaunchHistory;
  /** Address at which the platform starts this launch again; absent if it has none. */
  restart?: string;
  /** Whether the platform has opened a window of its own for us (`document_target`) and not a frame. */
  ownWindow?: boolean;
  /** Id of a content selection, in which the person chooses activities. The launch then has no resource link. */
  selection?: string;
}

/** Earlier ids of a copied course or link, nearest first. They belong to the same platform and deployment. */
interface LaunchHistory {
  contexts: string[];
  resourceLinks: string[];
}

/**
 * The services that the platform offers for this launch (AGS 2.0, NRPS 2.0). Empty strings and lists if it offers none.
 */
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
