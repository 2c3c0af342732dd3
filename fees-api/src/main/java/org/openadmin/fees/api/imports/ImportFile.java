package org.openadmin.fees.api.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.TextRules;

/** A file as it was uploaded. */
public final class ImportFile {

    /** The most bytes of a file: some 50,000 transactions. */
    public static final int MAX_BYTES = 5_000_000;

    private static final int MAX_NAME_LENGTH = 255;

    private final ImportKind kind;
    private final String name;
    private final byte[] content;

    /**
     * @param name the file's name without its folder; up to 255 characters
     * @throws InvalidInputException if there is no name, or the file has more than {@link #MAX_BYTES} bytes
     */
    public ImportFile(ImportKind kind, String name, byte[] content) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = TextRules.required(Field.FILE, name, MAX_NAME_LENGTH);
        if (content.length > MAX_BYTES) {
            throw new InvalidInputException(Field.FILE, Problem.TOO_LONG, this.name);
        }
        this.content = content.clone();
    }

    public ImportKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The SHA-256 of the content, in hexadecimal digits: the same file has the same one, whatever its name. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportFile file
                && kind == file.kind
                && name.equals(file.name)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return kind.code() + " file " + name + ", " + content.length + " bytes";
    }
}
