import { z } from 'zod';

/** Longer than any id that a browser gives (WebAuthn level 3, 4: at most 1023 bytes). */
const text = z.base64url().min(1).max(20_000);
const id = z.base64url().min(16).max(1400);

const common = { id, rawId: id, type: z.literal('public-key'), clientExtensionResults: z.object({}).default({}) };

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);
/** How a browser reaches the device that has the key. */
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

/** What a browser says of a new passkey; undefined if it cannot be that. */
export function readMade(json: string) {
  return read(json, made);
}

/** What a browser says where a passkey is used; undefined if it cannot be that. */
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
