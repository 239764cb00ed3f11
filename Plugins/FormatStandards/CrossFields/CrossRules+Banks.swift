import RuleKit
import Tables

/// Accounts against the bank and against their owner.
///
/// Control key: Bank of Russia, order of calculation of the control key № 515 of 08.09.1997. Balance accounts: plan of
/// accounts of credit institutions, 579-П (40702 commercial organisations, 40802 sole proprietors, 40817 persons).
extension CrossRules {
  static let banks: [CrossRule] = [
    CrossRule(
      "corr-account-bik", .error, "corr_account", against: "bik",
      en: "the correspondent account does not end in the last three digits of the БИК",
      ru: "корр. счёт не оканчивается на три последние цифры БИК",
      example: """
        bik       | corr_account
        044525222 | ↓30101810500000000225
        044525222 | 30101810500000000222
        """
    ) { account, bik, _ in account.count == 20 && account.number(17..<20) != bik.number(6..<9) },
    CrossRule(
      "corr-account-key", .error, "corr_account", against: "bik",
      en: "the control key of the correspondent account does not fit the БИК",
      ru: "контрольный ключ корр. счёта не сходится с БИК",
      example: """
        bik       | corr_account
        044525222 | ↓30101810600000000222
        044525222 | 30101810500000000222
        """
    ) { account, bik, _ in
      // An account of another bank has been said to be so.
      account.count == 20 && account.number(17..<20) == bik.number(6..<9)
        && !fits(account, bik, atCentralBank: true)
    },
    CrossRule(
      "account-key", .error, "bank_account", against: "bik",
      en: "the control key of the account does not fit the БИК",
      ru: "контрольный ключ счёта не сходится с БИК",
      example: """
        bik       | bank_account
        044525222 | ↓40702810700001004854
        044525222 | 40702810600001004854
        040305000 | 40102810100000010001
        """
    ) { account, bik, _ in
      // Single treasury accounts have keys of their own rule (Federal Treasury).
      guard account.count == 20, !(account[0] == 0x30 && account[1] == 0x33) else { return false }
      return !fits(account, bik, atCentralBank: bik.number(6..<9) <= 2)
    },
    CrossRule(
      "account-of-proprietor", .warning, "bank_account", against: "org_legal_form",
      en: "the account is of another kind of client than the legal form says",
      ru: "счёт другого вида клиента, чем форма собственности",
      example: """
        org_legal_form | bank_account
        ИП             | ↓40702810600001004854
        ООО            | ↓40802810600001004854
        ООО            | ↓40817810600001004854
        ООО            | 40702810600001004854
        ИП             | 40802810600001004854
        """
    ) { account, form, facts in
      guard account.count == 20, let owner = facts.owner(form) else { return false }
      let kind = account.number(0..<5)
      return owner == .proprietor ? kind == 40702 || kind == 40703 : kind == 40802 || kind == 40817
    },
    CrossRule(
      "account-of-person", .warning, "bank_account", against: "inn",
      en: "the account is of another kind of client than the ИНН",
      ru: "счёт другого вида клиента, чем ИНН",
      example: """
        inn          | bank_account
        500100732259 | ↓40702810600001004854
        7714843760   | ↓40817810600001004854
        7714843760   | 40702810600001004854
        500100732259 | 40802810600001004854
        """
    ) { account, inn, _ in
      guard account.count == 20 else { return false }
      let kind = account.number(0..<5)
      return inn.count == 12 ? kind == 40702 || kind == 40703 : kind == 40802 || kind == 40817
    },
    CrossRule(
      "account-currency", .info, "bank_account", against: "bank_account",
      en: "the account is not in roubles", ru: "счёт не в рублях",
      example: """
        bank_account
        ↓40702840600001004854
        40702810600001004854
        """
    ) { account, _, _ in
      guard account.count == 20 else { return false }
      let currency = account.extracting(5..<8)
      // 810 is the rouble of the plan of accounts, 643 that of ISO 4217.
      return !currency.equals("810") && !currency.equals("643")
    },
  ]

  /// Whether the control key of an account fits: digits of the bank and the account by 7, 1, 3 sum to a round ten.
  private static func fits(_ account: Span<UInt8>, _ bik: Span<UInt8>, atCentralBank: Bool) -> Bool {
    guard bik.count == 9, bik.isDigits else { return true }
    let prefix = atCentralBank ? bik.number(4..<6) : bik.number(6..<9)
    let weights: InlineArray<3, Int> = [7, 1, 3]
    var sum = prefix / 100 * 7 + prefix / 10 % 10 * 1 + prefix % 10 * 3
    for index in 0..<20 {
      guard account[index] &- 0x30 < 10 else { return true }
      sum += Int(account[index] &- 0x30) * weights[index % 3]
    }
    return sum % 10 == 0
  }
}
