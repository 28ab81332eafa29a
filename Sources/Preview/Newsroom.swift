internal import CMicroHTTPD
internal import Synchronization

/// The pages that listen for news, each on a connection that stands still while there are none.
final class Newsroom: Sendable {
  private let state: Mutex<State>

  /// - Parameter start: What tells this start of the server from others.
  init(start: String) { state = Mutex(State(bulletin: Bulletin(start: start))) }

  /// The most pages that listen; beyond, the one that has listened longest is sent away and comes again.
  static let mostListeners = 32

  private struct State {
    var bulletin: Bulletin
    var listeners: [Int: Listener] = [:]
    var lastNumber = 0
    var isClosed = false
  }

  /// A connection on which somebody listens.
  @safe private struct Listener: @unchecked Sendable {
    /// Valid as long as there is a listener: it is removed when the connection ends.
    let connection: OpaquePointer
    var pending: [UInt8]
    var isAsleep = false
    var isSentAway = false

    /// Has the server ask for what is pending.
    mutating func wake() {
      guard isAsleep else { return }
      isAsleep = false
      unsafe MHD_resume_connection(connection)
    }
  }

  /// The state of the site that is served.
  var edition: String { state.withLock { $0.bulletin.edition } }

  /// Tells all who listen, and those who will.
  func announce(_ news: News) {
    state.withLock { state in
      state.bulletin.add(news)
      for number in state.listeners.keys {
        state.listeners[number]?.pending = state.bulletin.events
        state.listeners[number]?.wake()
      }
    }
  }

  /// Sends everybody away, for good.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for number in state.listeners.keys { state.listeners[number]?.wake() }
    }
  }

  /// Takes a connection in; what it is to hear first is the present state.
  ///
  /// The others get a sign of life: a browser that has left a page closes its connection, which is noticed
  /// when something is written to it.
  ///
  /// - Returns: The listener's number.
  func enter(_ connection: OpaquePointer) -> Int {
    state.withLock { state in
      if state.listeners.count >= Self.mostListeners, let oldest = state.listeners.keys.min() {
        state.listeners[oldest]?.isSentAway = true
      }
      for number in state.listeners.keys {
        if state.listeners[number]?.pending.isEmpty == true {
          state.listeners[number]?.pending = Bulletin.sign
        }
        state.listeners[number]?.wake()
      }
      state.lastNumber += 1
      state.listeners[state.lastNumber] = unsafe Listener(
        connection: connection, pending: state.bulletin.events)
      return state.lastNumber
    }
  }

  /// Forgets a listener whose connection has ended.
  func leave(_ number: Int) { state.withLock { state in state.listeners[number] = nil } }

  /// Hands out what a listener is to hear, called on the server's thread.
  ///
  /// - Parameters:
  ///   - number: The listener.
  ///   - buffer: Where it goes.
  /// - Returns: How many bytes there are; 0 if the connection now sleeps until there is more, and `nil` if it
  ///   is to end.
  func read(_ number: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    state.withLock { state in
      guard !state.isClosed, var listener = state.listeners[number], !listener.isSentAway else {
        return nil
      }
      let part = listener.pending.prefix(buffer.count)
      if part.isEmpty {
        listener.isAsleep = true
        unsafe MHD_suspend_connection(listener.connection)
      } else {
        unsafe buffer.copyBytes(from: part)
        listener.pending.removeFirst(part.count)
      }
      state.listeners[number] = listener
      return part.count
    }
  }
}
