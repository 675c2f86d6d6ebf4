import { z } from 'zod';

/** In characters: longer than any credential id (at most 1023 bytes; WebAuthn level 3, 4). */
const text = z.base64url().min(1).max(20_000);
const id = z.base64url().min(16).max(1400);

const common = { id, rawId: id, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) };

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
/** The ways in which a browser may reach the device with the passkey. */
export type Transport = z.output<typeof transport>;

const made = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(transport).default([]),
  }),
});

const used = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
});

/** A browser's answer about a new passkey; undefined if it is malformed. */
export function readMade(json: string) {
  return read(json, made);
}

/** A browser's answer when a passkey is used; undefined if it is malformed. */
export function readUsed(json: string) {
  return read(json, used);
}

function read<S extends z.ZodType>(json: string, schema: S): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
