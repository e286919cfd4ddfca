export declare class OlmMachine {}
export type StoreType = 0;
