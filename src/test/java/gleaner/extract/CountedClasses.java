package gleaner.extract;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Loads the reader once more, so that each of its calls and branches counts: what it does is
 * measured in steps, which are the same on every machine.
 */
public final class CountedClasses extends ClassLoader {
    private static final String COUNTED = "gleaner.extract.";
    private static final ClassDesc COUNTER = ClassDesc.of(CountedClasses.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.ofDescriptor("()V");
    private static final AtomicLong STEPS = new AtomicLong();

    CountedClasses() {
        super(CountedClasses.class.getClassLoader());
    }

    /** Called from everywhere in the counted classes. */
    public static void step() {
        STEPS.setPlain(STEPS.getPlain() + 1);
    }

    /** The steps of some work in counted classes, done by this thread alone. */
    static long steps(Runnable work) {
        STEPS.setPlain(0);
        work.run();
        return STEPS.getPlain();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(COUNTED) || name.equals(CountedClasses.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? counted(name) : loaded;
        }
    }

    private Class<?> counted(String name) throws ClassNotFoundException {
        try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            var file = ClassFile.of();
            var counting =
                    ClassTransform.transformingMethodBodies(
                            CodeTransform.ACCEPT_ALL.andThen(CountedClasses::count));
            var bytes = file.transformClass(file.parse(in.readAllBytes()), counting);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException broken) {
            throw new ClassNotFoundException(name, broken);
        }
    }

    private static void count(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction || element instanceof BranchInstruction) {
            code.invokestatic(COUNTER, "step", NOTHING);
        }
        code.with(element);
    }
}
