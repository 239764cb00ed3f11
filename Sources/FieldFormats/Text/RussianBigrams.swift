/// How usual a letter is after another in Russian words.
///
/// Source: counted over this checkout's own dictionaries and Russian texts by `scripts/russian_bigrams.py`.
enum RussianBigrams {
  /// Rows: the first letter, а…я and the boundary of a word; columns: the second.
  ///
  /// A letter says −ln P(second | first) in steps of 0.4 nats, `a` for 0 to `z` for 10 and more; ё counts as е.
  static let rows: StaticString = """
    pkjlimnimjihifnkgihnolmmkswwytpke
    epstlepqgxkhtofxgoxgssmstkmjppmnh
    fusmpgvpczljpiholmontqtqpszionvmg
    elrxlgoqhtniolexfrrfxxxxrxxnxqoth
    eqlrqfiofylmliglgnuiyrtspyykmoomg
    qpfkimmmnjhhjfnoghhsloplmqzzzzzrf
    dovqgdvvgvlrrihvvovhvvvvqvvnpnvvi
    cnhnkirpgxmmjhixntrixqxnxxximtplf
    mmkmkipjmjhhhhmlihitlmlelrzzzroig
    mkpljopmrqihkimrkihwomnrmwwmwswpb
    epkuufrsiwphqnfkjiiiouoztzznwswuf
    fnuomfnrevlknlhqronkrpuqszzlfujhg
    dlnptenofylojmglopsirpuqqyylooujf
    eopmjfpqfxjuvigqrmhjrzonuzzilqnkf
    qifjijklnjigigkkhhionlqjmzzzzxrmf
    fpxxqhxxgxjkupdieuqjouqxuuxorxxnf
    elmjlgmofukmkifopljhomqoowwklqokf
    fqkuogpzhzhilkhknkeismvmtzslkqnig
    epippfruhwjnpkfqhjojusumzzujirmle
    lioiinlipmheiiuifgipnjokjmyqysmqg
    evvjvgrofvklrlevgrpkmkrvvvvmovvvg
    dplmqjrphvvmjjeqgnkkrlvvrvpmnrqre
    fnnttettdthqqojttttittttttthntotg
    ityyyguyhyhytjnpnrjnyyyyyyyssyyyb
    epnvvfvvgvdiokiqoqkhvqvvvpvmvvvvh
    gqqqqcqkeqqqqjqqqqqlqqqqqqqqqqqqh
    nnnnncnnnnnnnjnnhnnjnnnnnnnnnnnhe
    wljjnipjwfkiiiwrjjiwwhqjkwwwwqwrc
    sjkkkkmkmwfwkflwwkkpknoljqwwwwkhc
    smjmfsspsjmdhgpsgjgspnpspsssspmsi
    miqnhunkqugflguughguljnigjuuuuuog
    xjmpkmqkqnlmmhxxjmiptnkkkmxxxxonb
    hihihkkjhrgjhhhhigikjlnlmsvqvlmmz
    """
}
