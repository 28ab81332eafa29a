internal import CMicroHTTPD
internal import Glibc

/// What the server's thread needs to answer.
final class Desk: Sendable {
  let answerer: Answerer
  let newsroom: Newsroom

  init(answerer: Answerer, newsroom: Newsroom) {
    (self.answerer, self.newsroom) = (answerer, newsroom)
  }

  /// Answers a request.
  func answer(_ request: Request, on connection: OpaquePointer) -> MHD_Result {
    let reply = answerer.reply(to: request, edition: newsroom.edition)
    guard let response = unsafe response(for: reply, on: connection) else { return .NO }
    defer { unsafe MHD_destroy_response(response) }
    for header in Reply.commonHeaders + reply.headers {
      unsafe MHD_add_response_header(response, header.name, header.value)
    }
    return unsafe MHD_queue_response(connection, UInt32(reply.status), response)
  }

  private func response(for reply: Reply, on connection: OpaquePointer) -> OpaquePointer? {
    switch reply.content {
    case .nothing:
      return unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
    case .bytes(let body, let part):
      let passage = unsafe Unmanaged.passRetained(Passage(body, part)).toOpaque()
      return unsafe MHD_create_response_from_callback(
        UInt64(part.count), blockSize, readPassage, passage,
        { passage in unsafe passage.map { unsafe Unmanaged<Passage>.fromOpaque($0).release() } })
    case .news:
      let listener = unsafe Listener(newsroom, newsroom.enter(connection))
      return unsafe MHD_create_response_from_callback(
        unknownSize, blockSize, readNews, Unmanaged.passRetained(listener).toOpaque(),
        { listener in unsafe listener.map { unsafe Unmanaged<Listener>.fromOpaque($0).release() } })
    }
  }
}

/// How many bytes of a file are in memory at a time.
private let blockSize = 32 << 10

/// MHD_SIZE_UNKNOWN, MHD_CONTENT_READER_END_OF_STREAM and MHD_CONTENT_READER_END_WITH_ERROR, which are casts.
private let unknownSize = UInt64.max
private let endOfStream = -1
private let endWithError = -2

/// Some of the bytes of a body.
private final class Passage: Sendable {
  let body: Body
  let part: Range<Int>

  init(_ body: Body, _ part: Range<Int>) { (self.body, self.part) = (body, part) }
}

/// One who listens, and stops to when this is released.
private final class Listener: Sendable {
  let newsroom: Newsroom
  let number: Int

  init(_ newsroom: Newsroom, _ number: Int) { (self.newsroom, self.number) = (newsroom, number) }

  deinit { newsroom.leave(number) }
}

// MARK: - Called by libmicrohttpd

/// Answers a request: called once when its headers are there, and again when it is there whole.
let answerRequest: MHD_AccessHandlerCallback = {
  context, connection, path, method, version, _, uploadSize, state in
  guard let context = unsafe context, let connection = unsafe connection, let path = unsafe path,
    let method = unsafe method, let state = unsafe state, let uploadSize = unsafe uploadSize
  else { return .NO }
  var request = unsafe Request(method: String(cString: method), path: String(cString: path))
  // At first the state tells where the version should be; a zero in the address puts it elsewhere.
  let isFirst = unsafe state.pointee != context
  let isWhole = unsafe !isFirst || state.pointee == UnsafeMutableRawPointer(mutating: version)
  if isFirst, isWhole, request.isRead {
    unsafe state.pointee = context
    return .YES
  }
  // What comes with a request is passed over; what asks to write is refused before it comes.
  if unsafe uploadSize.pointee > 0 {
    unsafe uploadSize.pointee = 0
    return .YES
  }
  let header = { (name: String) -> String? in
    let value = unsafe MHD_lookup_connection_value(connection, .HEADER_KIND, name)
    return unsafe value.map { unsafe String(cString: $0) }
  }
  request.isWellFormed = unsafe isWhole && awsnotes_host_count(connection) == 1
  request.host = header("Host")
  request.ifNoneMatch = header("If-None-Match")
  request.range = header("Range")
  request.ifRange = header("If-Range")
  return unsafe Unmanaged<Desk>.fromOpaque(context).takeUnretainedValue()
    .answer(request, on: connection)
}

private let readPassage: MHD_ContentReaderCallback = { context, offset, buffer, capacity in
  guard let context = unsafe context, let buffer = unsafe buffer else { return endWithError }
  let passage = unsafe Unmanaged<Passage>.fromOpaque(context).takeUnretainedValue()
  let start = passage.part.lowerBound + Int(offset)
  let wanted = min(capacity, passage.part.upperBound - start)
  guard wanted > 0 else { return endOfStream }
  let count = unsafe passage.body.read(
    into: UnsafeMutableRawBufferPointer(start: buffer, count: wanted), at: start)
  return count > 0 ? count : endWithError
}

private let readNews: MHD_ContentReaderCallback = { context, _, buffer, capacity in
  guard let context = unsafe context, let buffer = unsafe buffer else { return endWithError }
  let listener = unsafe Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue()
  let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: capacity)
  return unsafe listener.newsroom.read(listener.number, into: target) ?? endOfStream
}
