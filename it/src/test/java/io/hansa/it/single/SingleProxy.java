package io.hansa.it.single;

/** Everything that one proxy does alike on every server. */
interface SingleProxy
        extends CallersView,
                SlowCallersView,
                OwingCallersView,
                OperatorsView,
                AdministratorsView,
                AuditorsView,
                PeerTokensView,
                PasswordGuessingView,
                CredentialsView,
                ForeignPeersView {}
