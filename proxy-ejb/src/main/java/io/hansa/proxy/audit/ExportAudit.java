package io.hansa.proxy.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Exports records in the order of their numbers, some at a time: memory does not grow with the
 * chain. Records that are added meanwhile are left out.
 */
@Dependent
public class ExportAudit {
    private static final int STRETCH = 200;

    private final ReadChain chain;

    @Inject
    ExportAudit(ReadChain chain) {
        this.chain = chain;
    }

    /** The form of the export. */
    public enum Format {
        /** JSON lines: each line is the canonical form of the record. */
        JSONL,
        /** CSV by RFC 4180, with a header. */
        CSV
    }

    /** Takes the lines with their line breaks. */
    @FunctionalInterface
    public interface Sink {
        void write(String lines) throws IOException;
    }

    /** A valid export that has not begun. */
    @FunctionalInterface
    public interface Export {
        void to(Sink sink) throws IOException;
    }

    /**
     * @param filters those of {@link AuditList}
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Export export(Format format, Map<String, String> filters) {
        AuditFilter filter = AuditFilter.of(null, filters);
        long last = chain.ends().last().sequence();
        return sink -> write(format, filter, last, sink);
    }

    private void write(Format format, AuditFilter filter, long last, Sink sink) throws IOException {
        if (format == Format.CSV) {
            sink.write(CsvLine.header() + "\r\n");
        }
        long after = 0;
        while (after < last) {
            List<ChainedRecord> records = chain.matching(after, last, filter, STRETCH);
            if (records.isEmpty()) {
                return;
            }
            StringBuilder lines = new StringBuilder();
            for (ChainedRecord record : records) {
                lines.append(format == Format.CSV ? record.csv() + "\r\n" : record.line() + '\n');
            }
            sink.write(lines.toString());
            after = records.get(records.size() - 1).sequence();
        }
    }
}
