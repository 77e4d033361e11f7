import type { Command } from "./arguments/command.js";
import type { Flag } from "./arguments/flag.js";
import { COMMANDS } from "./commands/index.js";
import { PROGRAM } from "./help.js";
import { COMMON } from "./options/common.js";
import type { Locale } from "./shared/library.js";

/** The shells that completion supports. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** A shell script that completes commands, options and file names. */
export function completionFor(shell: (typeof SHELLS)[number], locale: Locale): string {
	switch (shell) {
		case "bash":
			return forBash();
		case "zsh":
			return `autoload -U +X bashcompinit && bashcompinit\n${forBash()}`;
		case "fish":
			return forFish(locale);
	}
}

const FUNCTION = "_wechatpay_membercard";

function forBash(): string {
	const cases = COMMANDS.map((command) => {
		const options = flagsOf(command).map(({ name }) => `--${name}`);
		return `    ${command.name}) words="${options.join(" ")}" ;;`;
	});
	return `${FUNCTION}() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${namesOf().join(" ")}" -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
    completion) words="${SHELLS.join(" ")}" ;;
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F ${FUNCTION} ${PROGRAM}`;
}

function forFish(locale: Locale): string {
	const commands = COMMANDS.map(
		({ name, summary }) =>
			`complete -c ${PROGRAM} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary[locale])}`,
	);
	const options = COMMANDS.flatMap((command) =>
		flagsOf(command).map(({ name, short, takes, help }) => {
			const letter = short === undefined ? "" : ` -s ${short}`;
			const value = takes === undefined ? "" : " -r";
			return `complete -c ${PROGRAM} -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${letter}${value} -d ${quoted(help[locale])}`;
		}),
	);
	return [...commands, ...options].join("\n");
}

function namesOf(): string[] {
	return [...COMMANDS.map(({ name }) => name), "help", "completion"];
}

function flagsOf({ flags }: Command): Flag[] {
	return [...flags, COMMON].flatMap((group) => group.flags);
}

function quoted(text: string): string {
	return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
