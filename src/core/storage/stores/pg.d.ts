/** The part of pg that is used here; its own types are a package apart. */
declare module "pg" {
  export class Pool {
    constructor(options: {
      connectionString: string;
      max: number;
      /** milliseconds, as are all that follow */
      connectionTimeoutMillis: number;
      statement_timeout: number;
      query_timeout: number;
      keepAlive: boolean;
    });
    on(event: "error", listener: (error: unknown) => void): this;
    query(sql: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
    end(): Promise<void>;
  }
}
