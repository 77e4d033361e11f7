import { bootstrapApplication } from "@angular/platform-browser";
import { Card } from "./card";
import { config } from "./config";

bootstrapApplication(Card, config);
