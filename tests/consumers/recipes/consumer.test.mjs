/** The recipes of `docs/recipes`, run as they stand. Those for React and Vue have projects of their own. */

import "./cases/card-member.mjs";
import "./cases/errors-and-retries.mjs";
import "./cases/key-service.mjs";
import "./cases/keys.mjs";
import "./cases/languages.mjs";
import "./cases/messages.mjs";
import "./cases/migration.mjs";
import "./cases/mini-program.mjs";
import "./cases/plain-form.mjs";
import "./cases/read-and-update.mjs";
import "./cases/sign-error.mjs";
import "./cases/signing-server.mjs";
import "./cases/types.mjs";
