/** The part of ltijs 5.9.9 that we use; the package has no types of its own. */
declare module 'ltijs' {
  import type { Express, Request, Response } from 'express';

  type Row = Record<string, unknown>;
  type Callback = (token: unknown, request: Request, response: Response) => Promise<void>;
  type Answer = (request: Request, response: Response) => Promise<void>;

  export interface DatabasePlugin {
    setup(): Promise<boolean>;
    Close(): Promise<boolean>;
    Get(secret: string | false, collection: string, query?: Row): Promise<Row[] | false>;
    Insert(secret: string | false, collection: string, item: Row, index?: Row): Promise<boolean>;
    Replace(secret: string | false, collection: string, query: Row, item: Row, index?: Row): Promise<boolean>;
    Modify(secret: string | false, collection: string, query: Row, change: Row): Promise<boolean>;
    Delete(collection: string, query: Row): Promise<boolean>;
  }

  export interface RegisteredPlatform {
    platformAccessToken(scopes: string): Promise<{ access_token: string; expires_in?: number | string }>;
  }

  export interface LtiProvider {
    app: Express;
    setup(secret: string, database: { plugin: DatabasePlugin }, options: Row): this;
    onConnect(callback: Callback): void;
    onDeepLinking(callback: Callback): void;
    onDynamicRegistration(callback: Answer): void;
    onInvalidToken(callback: Answer): void;
    onSessionTimeout(callback: Answer): void;
    onUnregisteredPlatform(callback: Answer): void;
    onInactivePlatform(callback: Answer): void;
    getPlatform(issuer: string, clientId: string): Promise<RegisteredPlatform | false>;
  }

  /** A ready-made single instance; its class is not exported by name. */
  export const Provider: LtiProvider & { constructor: new () => LtiProvider };
}
