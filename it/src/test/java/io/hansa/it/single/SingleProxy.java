package io.hansa.it.single;

/** Everything that one proxy does alike on every server. */
interface SingleProxy
        extends CallersView,
                SlowCallersView,
                OwingCallersView,
                MalformedHttpView,
                PipeliningCallersView,
                OperatorsView,
                AdministratorsView,
                AuditorsView,
                ListsView,
                ParsingBoundsView,
                HeaderBoundsView,
                AssistRulesView,
                HttpMessagesView,
                AddressesView,
                RefusalsView,
                KeptRepliesView,
                KeptOutcomesView,
                ForeignPagesView,
                RepliesView,
                ForeignPeersView,
                PeerTokensView,
                PasswordGuessingView,
                CredentialsView,
                ConnectionsView,
                Ipv6View {}
