import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

