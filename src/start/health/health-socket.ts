import { join } from "node:path";

/** Where whereat tells how it is. @param folder the data folder */
export const healthSocketIn = (folder: string): string => join(folder, "health.sock");
