import Testing

@testable import Memory
