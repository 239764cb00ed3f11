/// Which records a person said are different clients.
///
/// A fence has two sides; every node (a row, a group of rows) carries the sides it stands on. Two nodes may not
/// become one when that would bring both sides of a fence together. Where both sides hold equal records, a fence
/// keeps each of them apart from all others.
struct Fences {
  /// One side of one fence.
  struct Post: Hashable {
    var fence: Int32
    /// 0 or 1; 2: a record of equal content on both sides.
    var side: UInt8
  }

  /// Posts by node; a node without any is absent.
  private var posts: [Int: Set<Post>] = [:]

  /// Whether no fence stands.
  var isEmpty: Bool { posts.isEmpty }

  /// Puts a node on a side of a fence.
  mutating func put(_ node: Int, _ post: Post) { posts[node, default: []].insert(post) }

  /// Whether two nodes must stay apart.
  /// - Complexity: O(posts of the one with fewer).
  func forbid(_ a: Int, _ b: Int) -> Bool {
    guard a != b, let left = posts[a], let right = posts[b] else { return false }
    let (few, many) = left.count <= right.count ? (left, right) : (right, left)
    return few.contains { post in
      switch post.side {
      case 2: many.contains(post)
      default: many.contains(Post(fence: post.fence, side: 1 - post.side))
      }
    }
  }

  /// Two nodes became one, which goes by the name of `root`.
  mutating func join(_ a: Int, _ b: Int, as root: Int) {
    let all = (posts[a] ?? []).union(posts[b] ?? [])
    posts[a] = nil
    posts[b] = nil
    if !all.isEmpty { posts[root] = all }
  }

  /// Puts a node on all sides that another stands on.
  mutating func copy(_ node: Int, to other: Int) { posts[other] = posts[node] }
}
