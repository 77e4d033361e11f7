/** Every recipe of `docs/recipes`, run as it stands. */

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
import "./cases/single-page-apps.mjs";
import "./cases/types.mjs";
