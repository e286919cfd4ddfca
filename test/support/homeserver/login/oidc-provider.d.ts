/** What of oidc-provider, which has no types of its own, is used here. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  export type KoaContextWithOIDC = {
    readonly oidc: {
      readonly provider: { readonly Grant: new (of: { clientId: unknown; accountId: unknown }) => Grant };
      readonly client?: { readonly clientId: string };
      readonly session?: { readonly accountId: string };
      readonly body?: Readonly<Record<string, string>>;
      readonly params?: Readonly<Record<string, unknown>>;
    };
  };
  export default class Provider {
    constructor(issuer: string, configuration: object);
    use(
      middleware: (
        context: Partial<KoaContextWithOIDC> & { body: unknown },
        next: () => Promise<void>,
      ) => Promise<void>,
    ): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    readonly AccessToken: {
      find(
        token: string,
      ): Promise<{ readonly accountId: string; readonly grantId: string; readonly remainingTTL: number } | undefined>;
    };
  }
}

declare module "oidc-provider/lib/adapters/memory_adapter.js" {
  export default class MemoryAdapter {
    constructor(model: string);
    consume(id: string): Promise<void>;
    find(id: string): Promise<object | undefined>;
  }
}
