package io.hansa.launcher.completion;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script for the user's shell. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands, options and names in bash and zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(hansa completion bash)",
            "  source <(hansa completion zsh)"
        },
        mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that are served. */
    enum Shell {
        BASH,
        ZSH
    }

    /** Completes the third word from the names that {@link Names} has kept. */
    static final String NAMES =
            """

            # Names that earlier commands have seen, read by the shell itself.
            _hansa_with_names() {
              COMPREPLY=()
              local word="${COMP_WORDS[COMP_CWORD]}" kind="${COMP_WORDS[2]:-}"
              case "${COMP_WORDS[1]:-} $COMP_CWORD" in
                "call 2") kind=capabilities ;;
                "explain 3") kind=capabilities ;;
                "get 3"|"put 3"|"edit 3"|"delete "*)
                  [ "$COMP_CWORD" -ge 3 ] || kind=
                  case "$kind" in *y) kind="${kind%y}ies" ;; *s|"") ;; *) kind="${kind}s" ;; esac ;;
                *) kind= ;;
              esac
              if [ -n "$kind" ] && [ "${word#-}" = "$word" ]; then
                local names
                names="$(cat "${XDG_CACHE_HOME:-$HOME/.cache}/hansa"/*/"$kind" 2>/dev/null)"
                COMPREPLY=($(compgen -W "$names" -- "$word"))
              fi
              [ "${#COMPREPLY[@]}" -gt 0 ] || _complete_hansa
            }
            complete -F _hansa_with_names -o default hansa hansa.sh ./hansa
            """;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}, in any case.")
    private Shell shell;

    @Spec private CommandSpec spec;

    /** The script serves both: in zsh it begins with what lets zsh read scripts for bash. */
    @Override
    public Integer call() {
        System.out.print(AutoComplete.bash("hansa", spec.root().commandLine()));
        System.out.print(NAMES);
        return 0;
    }
}
