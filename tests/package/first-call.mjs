/** A program that makes a call for the first time where there is no stack left for it, and then once more. */

import { callsOf } from "./fault-calls.mjs";
import { atEveryDepth } from "./faults.mjs";

const [, , name, request] = process.argv;
const call = callsOf(JSON.parse(request))[name];
atEveryDepth(call);
call();
process.stdout.write("it works");
