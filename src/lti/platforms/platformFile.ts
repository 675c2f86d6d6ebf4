import { z } from 'zod';
import { isFrameOrigin, ownOrigins } from './frames.ts';
import { isAllowedUrl, type Reach } from '../reach.ts';
import type { DeploymentRule, PlatformFacts } from './record.ts';

/** `platform add` cannot use the file; each fault is a plain sentence that names its field. */
export class BadPlatformFile extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join('\n'));
    this.name = 'BadPlatformFile';
    this.faults = faults;
  }
}

const text = z.string().trim().min(1, 'is empty').max(500, 'is longer than 500 characters');
const deployments = z.union([z.enum(['first', 'any']), z.array(text).min(1)], {
  error: 'must be "first", "any", or a list of deployment ids such as ["1"]',
});

/** Field names are those of OpenID Connect Discovery, as most platforms show them. */
const fileSchema = z.strictObject({
  name: text,
  issuer: text,
  client_id: text,
  authorization_endpoint: text,
  token_endpoint: text,
  /** Only if the platform expects an `aud` in client assertions that differs from its token endpoint. */
  token_audience: text.optional(),
  jwks_uri: text,
  deployment_ids: deployments,
  /**
   * Only if the platform's pages have other addresses than its issuer. `https://*.example.com` covers all hosts below
   * it.
   */
  frame_origins: z.array(text).optional(),
  scopes: z.array(text).optional(),
});

type PlatformFile = z.infer<typeof fileSchema>;

function parse(content: string): PlatformFile {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new BadPlatformFile(['This is not JSON. Look for a missing comma or quotation mark.']);
  }
  const read = fileSchema.safeParse(value, {
    error: (issue) => (issue.code === 'invalid_type' && issue.input === undefined ? 'is missing' : undefined),
  });
  if (read.success) return read.data;
  throw new BadPlatformFile(
    read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `${key} is not a field of these files.`)
        : [`${issue.path.join('.') || 'The file'} ${issue.message}.`],
    ),
  );
}

function placeholderFaults(file: PlatformFile): string[] {
  return Object.entries(file)
    .filter(([, value]) => /<[^<>]*>/.test(JSON.stringify(value)))
    .map(([field]) => `${field} still has a placeholder, <…>. Put in what your course system shows.`);
}

function addressFaults(file: PlatformFile, reach: Reach): string[] {
  const wanted = reach.anywhere
    ? 'a web address'
    : 'a public https address, or one in a network that PRIVATE_NETWORKS names';
  const fields = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
  return fields.filter((field) => !isAllowedUrl(file[field], reach)).map((field) => `${field} is not ${wanted}.`);
}

function originFaults({ frame_origins = [] }: PlatformFile, reach: Reach): string[] {
  return frame_origins
    .filter((one) => !isFrameOrigin(one, reach))
    .map(() => 'frame_origins must hold addresses without a path, such as https://lms.example.dk.');
}

function ruleOf({ deployment_ids }: PlatformFile): { deployments: string[]; deploymentRule: DeploymentRule } {
  return Array.isArray(deployment_ids)
    ? { deployments: deployment_ids, deploymentRule: 'listed' }
    : { deployments: [], deploymentRule: deployment_ids };
}

interface Rules {
  reach: Reach;
  /** The scopes assumed to be granted if a file names none. */
  scopes: string[];
}

/** Reads a file like those in `lti-config/`. @throws {BadPlatformFile} naming all faults at once */
export function readPlatformFile(content: string, { reach, scopes }: Rules): PlatformFacts {
  const file = parse(content);
  const placeholders = placeholderFaults(file);
  const faults = placeholders.length > 0 ? placeholders : [...addressFaults(file, reach), ...originFaults(file, reach)];
  if (faults.length > 0) throw new BadPlatformFile(faults);
  const own = ownOrigins({ issuer: file.issuer, authEndpoint: file.authorization_endpoint });
  return {
    name: file.name,
    issuer: file.issuer,
    clientId: file.client_id,
    authEndpoint: file.authorization_endpoint,
    tokenEndpoint: file.token_endpoint,
    tokenAudience: file.token_audience ?? file.token_endpoint,
    jwksUri: file.jwks_uri,
    scopes: file.scopes ?? scopes,
    ...ruleOf(file),
    origins: [...new Set([...own, ...(file.frame_origins ?? [])])],
  };
}
