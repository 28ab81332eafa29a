#if arch(wasm32)
  import Builtin

  /// A heap in the linear memory of a page.
  ///
  /// Small blocks, up to a page of 64 KB, come in classes: four sizes for each doubling, so that no block wastes
  /// more than a fifth. A freed block waits in the list of its class. Larger blocks are whole pages, and those that
  /// are freed wait in one list for a block that they are large enough for. Sixteen bytes before each block tell its
  /// size.
  private struct Heap {
    /// Where the next small block begins, and where the room for them ends.
    private var next: UInt = 0
    private var end: UInt = 0
    /// The first free block of each class; a free block begins with the address of the next.
    private var free = InlineArray<64, UInt>(repeating: 0)
    /// The first free block of whole pages.
    private var largeFree: UInt = 0

    static let page: UInt = 0x10000
    static let head: UInt = 16
    /// Small blocks are cut from so much memory at once.
    static let chunk: UInt = 4 * page

    /// The class of a size, and the size of that class, head included.
    private static func `class`(of size: UInt) -> (number: Int, size: UInt) {
      let size = max(32, size)
      let exponent = UInt(UInt.bitWidth - 1 - (size - 1).leadingZeroBitCount)
      let step = UInt(1) << (exponent - 2)
      let quarter = (size - 1 - (UInt(1) << exponent)) / step + 1
      let rounded = (UInt(1) << exponent) + quarter * step
      return (Int(4 * (exponent - 4) + quarter), (rounded + 15) & ~15)
    }

    mutating func allocate(_ size: UInt) -> UInt {
      let needed = size &+ Self.head
      guard needed > size, needed <= Self.page else { return allocateLarge(needed) }
      let (number, length) = Self.class(of: needed)
      let known = free[number]
      if known != 0 {
        free[number] = load(known)
        return known
      }
      if next &+ length > end {
        let start = grow(Self.chunk)
        guard start != 0 else { return 0 }
        // Memory that follows what is left lengthens it.
        if start != end { next = start }
        end = start &+ Self.chunk
      }
      store(needed, at: next)
      defer { next &+= length }
      return next &+ Self.head
    }

    mutating func release(_ block: UInt) {
      let size = load(block &- Self.head)
      if size > Self.page {
        store(largeFree, at: block)
        largeFree = block
      } else {
        let (number, _) = Self.class(of: size)
        store(free[number], at: block)
        free[number] = block
      }
    }

    /// Takes the first free block that is large enough and not four times too large, or new memory.
    private mutating func allocateLarge(_ needed: UInt) -> UInt {
      guard needed > Self.head, needed < UInt(Int.max) else { return 0 }
      var previous: UInt = 0
      var block = largeFree
      while block != 0 {
        let size = load(block &- Self.head)
        if size >= needed, size / 4 <= needed {
          if previous == 0 { largeFree = load(block) } else { store(load(block), at: previous) }
          return block
        }
        previous = block
        block = load(block)
      }
      let length = (needed &+ Self.page &- 1) & ~(Self.page &- 1)
      let start = grow(length)
      guard start != 0 else { return 0 }
      store(length == Self.page ? length &+ 1 : length, at: start)
      return start &+ Self.head
    }

    /// Asks for whole pages more; they are zeros.
    private func grow(_ length: UInt) -> UInt {
      let old = UInt32(
        Builtin.int_wasm_memory_grow_Int32(
          Builtin.zeroInitializer(), UInt32(truncatingIfNeeded: length / Self.page)._value))
      return old == .max ? 0 : UInt(old) &* Self.page
    }

    private func load(_ address: UInt) -> UInt {
      unsafe UnsafeRawPointer(bitPattern: address).unsafelyUnwrapped.load(as: UInt.self)
    }

    private func store(_ value: UInt, at address: UInt) {
      unsafe UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped
        .storeBytes(of: value, as: UInt.self)
    }
  }

  nonisolated(unsafe) private var heap = Heap()

  /// What the language asks for memory; blocks lie at multiples of 16, which is more than it needs.
  @c(posix_memalign)
  func allocate(_ result: UnsafeMutablePointer<UInt>, _ alignment: UInt, _ size: UInt) -> Int32 {
    let block = unsafe heap.allocate(size)
    guard block != 0 else { return 12 }
    unsafe result.pointee = block
    return 0
  }

  @c(__wrap_free)
  func release(_ block: UInt) {
    if block != 0 { unsafe heap.release(block) }
  }

  /// What hash tables are seeded with: nobody attacks a page but its reader.
  @c(arc4random_buf)
  func fillWithSeed(_ buffer: UnsafeMutablePointer<UInt8>, _ count: UInt) {
    for place in 0..<Int(bitPattern: count) { unsafe buffer[place] = 0x5A }
  }
#endif
