/** Redirects requests of the command-line tool to the gateway. Loaded by `node --import`. */

import { fetchThrough } from "../gateway/gateway.mjs";

const { fetch } = globalThis;
const through = fetchThrough({ main: process.env.GATEWAY, backup: process.env.GATEWAY, fetch });
globalThis.fetch = through;
