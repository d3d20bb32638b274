package org.sizewright.ui;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Screen;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives the headless platform a screen of 1920 x 1080 in place of its fixed 1000 x 1000, so that windows of real size take clicks
 * everywhere. Name it before TestFX's own extension. Does nothing on a real display.
 */
final class HeadlessScreen implements BeforeAllCallback {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        WaitForAsyncUtils.asyncFx(HeadlessScreen::enlarge).get();
    }

    private static Boolean enlarge() throws ReflectiveOperationException {
        Application application = Application.GetApplication();
        Class<?> type = application.getClass();
        if (!type.getSimpleName().equals("HeadlessApplication")
                || Screen.getMainScreen().getWidth() == WIDTH) {
            return false;
        }
        Screen screen = new Screen(
                0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 96, 96, 1f, 1f, 1f, 1f);
        Field screens = type.getDeclaredField("screens");
        screens.setAccessible(true);
        screens.set(application, new Screen[] {screen});
        Field frame = type.getDeclaredField("frameBuffer");
        frame.setAccessible(true);
        frame.set(application, ByteBuffer.allocate(WIDTH * HEIGHT * 4));
        Screen.notifySettingsChanged();
        return true;
    }
}
