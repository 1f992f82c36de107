import CaseStore
import Foundation
import Logging

@testable import Intake

extension SampleIntake {
    /// The same content and folder, with a store that is opened once more.
    ///
    /// - Parameters:
    ///   - floor: How many bytes of the disk are kept for words.
    ///   - time: What the clock shows; nil for what it showed.
    func reopened(floor: Int, at time: Date? = nil) throws -> SampleIntake {
        let store = try SQLiteCaseStore(making: "\(folder)/store", floor: floor)
        let shown = time ?? service.now()
        let opened = IntakeService(
            bundle: service.bundle, store: store, limits: service.limits, logger: Logger(label: "test"), now: { shown })
        return SampleIntake(service: opened, store: store, folder: folder, definitions: definitions)
    }
}
