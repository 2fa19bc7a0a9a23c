package dev.meshlint.html;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page in a Chromium without a window, driven through its debugging protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final Pattern PAGE =
      Pattern.compile("\"webSocketDebuggerUrl\": *\"(ws://[^\"]*/page/[^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;
  private int calls;

  private Browser(Process process, int port) throws IOException, InterruptedException {
    this.process = process;
    HttpClient client = HttpClient.newHttpClient();
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    String pages =
        client
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher page = PAGE.matcher(pages);
    if (!page.find()) {
      throw new IOException("there is no page: " + pages);
    }
    this.socket = client.newWebSocketBuilder().buildAsync(URI.create(page.group(1)), this).join();
  }

  /** The program on the PATH; null if there is none. */
  static @Nullable Path find() {
    for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  /** Opens a page and waits until it has been loaded. */
  static Browser open(Path program, Path profile, Path page)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=1280,900",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolveSibling("browser.log").toFile());
    builder.environment().put("TMPDIR", profile.getParent().toString());
    Process process = builder.start();
    try {
      Browser browser = new Browser(process, port(profile.resolve("DevToolsActivePort")));
      for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
        browser.call(domain + ".enable", "");
      }
      browser.call("Page.navigate", "\"url\":\"" + page.toUri() + "\"");
      while (!browser.evaluate("document.readyState + location.protocol").equals("completefile:")) {
        Thread.sleep(20);
      }
      return browser;
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The port that the browser has chosen, once it says so. */
  private static int port(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
      if (Files.exists(file) && Files.size(file) > 0) {
        return Integer.parseInt(Files.readAllLines(file).get(0).strip());
      }
      Thread.sleep(50);
    }
    throw new IOException("the browser does not start");
  }

  /** The value of an expression, as text. */
  String evaluate(String expression) throws IOException, InterruptedException {
    String quoted = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    String answer = call("Runtime.evaluate", "\"expression\":\"String(" + quoted + ")\"");
    Matcher value = VALUE.matcher(answer);
    if (!value.find()) {
      throw new IOException(expression + " gives " + answer);
    }
    return value.group(1).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
  }

  /** What the page wrote to the console, and what the browser had to say about it. */
  List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                event.contains("\"method\":\"Runtime.consoleAPICalled\"")
                    || event.contains("\"method\":\"Runtime.exceptionThrown\"")
                    || event.contains("\"method\":\"Log.entryAdded\""))
        .toList();
  }

  /** The addresses that were asked for. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.contains("\"method\":\"Network.requestWillBeSent\""))
        .map(URL::matcher)
        .filter(Matcher::find)
        .map(address -> address.group(1))
        .toList();
  }

  private String call(String method, String parameters) throws IOException, InterruptedException {
    int id = ++calls;
    socket
        .sendText(
            "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}",
            true)
        .join();
    String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null || !answer.startsWith("{\"id\":" + id + ",")) {
      throw new IOException(method + " gives " + answer);
    }
    return answer;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      (whole.startsWith("{\"id\":") ? answers : events).add(whole);
    }
    from.request(1);
    return null;
  }

  /** Waits until nobody writes into the profile any more. */
  @Override
  public void close() {
    socket.abort();
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }
}
