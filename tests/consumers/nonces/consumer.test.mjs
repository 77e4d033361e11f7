/** Memories of nonces in Redis and PostgreSQL: the real servers, started here on loopback and ended by their process. */

import "./cases/adapters.mjs";
import "./cases/example.mjs";
import "./cases/storms.mjs";
